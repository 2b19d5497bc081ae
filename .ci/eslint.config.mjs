import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["**/.venv/**", "**/node_modules/**", "widgets/static/**", "**/.*_cache/**"] },
  {
    ...js.configs.recommended,
    files: ["**/*.js", "**/*.mjs"],
    languageOptions: { globals: globals.browser },
    rules: {
      ...js.configs.recommended.rules,
      eqeqeq: "error",
      // Some files are about control characters.
      "no-control-regex": "off",
      "no-implicit-globals": "error",
      "no-shadow": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-var": "error",
      "prefer-const": "error",
      "max-len": ["error", 120],
      "max-lines": ["error", 200],
      "max-lines-per-function": ["error", 40],
    },
  },
  { files: [".ci/*.mjs"], languageOptions: { globals: globals.node } },
];
