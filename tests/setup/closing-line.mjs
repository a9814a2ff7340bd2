/* The last lines of `npm test`: which tests failed, and what Vitest and Playwright counted in their own reports, added
   up. A report that is missing or counts nothing is itself a failure, so the line cannot be true by accident. */
import { readFileSync } from "node:fs";

export function closingLine(files) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const silent = [];
  for (const file of files) {
    const counts = countsIn(file);
    if (!counts || counts.passed + counts.failed === 0) silent.push(file);
    for (const key of Object.keys(sum)) sum[key] += counts?.[key] ?? 0;
  }
  const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : "";
  const missing = silent.map((file) => ` (no tests reported in ${file})`).join("");
  return {
    line: `${sum.passed} passed, ${sum.failed} failed${skipped}${missing}`,
    right: sum.failed === 0 && silent.length === 0,
  };
}

/** A line for each test that failed, with the first line of what it said: a log that is cut short ends with them. */
export function failedTests(files) {
  return files.flatMap((file) => {
    const report = reportIn(file);
    if (!report) return [];
    const failures = report.stats
      ? report.suites.flatMap(playwrightFailures)
      : report.testResults.flatMap(vitestFailures);
    return failures.map(({ name, said }) => `  ✘ ${name}: ${said.trim().split("\n", 1)[0]}`);
  });
}

function vitestFailures({ name: file, assertionResults, status, message }) {
  const failures = assertionResults
    .filter((test) => test.status === "failed")
    .map(({ fullName, failureMessages }) => ({ name: fullName, said: failureMessages.join("\n") }));
  return status === "failed" && assertionResults.length === 0 ? [{ name: file, said: message }] : failures;
}

function playwrightFailures({ specs, suites = [] }) {
  const failures = specs
    .filter(({ ok }) => !ok)
    .map(({ title, tests }) => {
      const { error } = tests.flatMap(({ results }) => results).find((result) => result.error) ?? {};
      return { name: title, said: error?.message ?? "" };
    });
  return [...failures, ...suites.flatMap(playwrightFailures)];
}

function countsIn(file) {
  const report = reportIn(file);
  if (!report) return undefined;
  return report.stats ? playwrights(report) : vitests(report);
}

function reportIn(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function vitests({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  // A test file that breaks before its first test has no failed tests, yet it failed.
  const broken = testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
  return { passed: numPassedTests, failed: numFailedTests + broken, skipped: numPendingTests + numTodoTests };
}

function playwrights({ stats, errors }) {
  const { expected, unexpected, flaky, skipped } = stats;
  return { passed: expected, failed: unexpected + flaky + errors.length, skipped };
}
