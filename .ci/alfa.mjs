// Siteimprove's checker, for tests: reads pages as a browser has them, a line of JSON each, and tells what fails.
import { createInterface } from "node:readline";
import { Audit } from "@siteimprove/alfa-act";
import { Device } from "@siteimprove/alfa-device";
import { Node } from "@siteimprove/alfa-dom";
import { Request, Response } from "@siteimprove/alfa-http";
import every from "@siteimprove/alfa-rules";
import { Conformance, Criterion } from "@siteimprove/alfa-wcag";
import { Page } from "@siteimprove/alfa-web";

// What only level AAA asks for is left out; good practice beyond the standard is not.
const isAsked = Conformance.isAA("2.2");
const isBeyond = (requirement) => Criterion.isCriterion(requirement) && !isAsked(requirement);
const RULES = [...every].filter(({ requirements }) => !requirements.length || !requirements.every(isBeyond));
const STANDARD = Device.standard().toJSON();

for await (const line of createInterface({ input: process.stdin })) {
  const read = JSON.parse(line);
  const rules = RULES.filter((rule) => !read.left.includes(idOf(rule)));
  const found = {};
  for (const { target, outcome, rule } of await Audit.of(pageOf(read), rules).evaluate())
    if (outcome === "failed") (found[idOf(rule)] ??= []).push(String(target));
  process.stdout.write(`${JSON.stringify(found)}\n`);
}

function idOf(rule) {
  return rule.uri.split("/").at(-1);
}

function pageOf({ width, height, document }) {
  const device = Device.from({ ...STANDARD, viewport: { ...STANDARD.viewport, width, height } });
  return Page.of(Request.empty(), Response.empty(), Node.from(document, device), device);
}
