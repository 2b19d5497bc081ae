// Looking up what Python compiled: a question's outcome by its response, a form's first result.
function outcomeOf(table, response) {
  const written = typeof response === "string" && response.trim() ? "written" : "";
  const [result, feedback] = table[Array.isArray(response) ? response.join(" ") : written];
  return { result, feedback };
}

function firstResult(results, responses) {
  const meets = (condition) =>
    Object.entries(condition).every(([question, answers]) => answers.includes(responses[question][0]));
  return results.find(({ when }) => when.some(meets))?.id;
}
