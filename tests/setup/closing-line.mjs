/* The last line of `npm test`: what Vitest and Playwright counted in their own reports, added up. A report that is
   missing or counts nothing is itself a failure, so the line cannot be true by accident. */
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

function countsIn(file) {
  try {
    const report = JSON.parse(readFileSync(file, "utf8"));
    return report.stats ? playwrights(report) : vitests(report);
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
