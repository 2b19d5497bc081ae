// Whether JupyterLab is around us.
export function isInJupyter() {
  return "jpThemeLight" in document.body.dataset;
}
