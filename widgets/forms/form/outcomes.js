// Looking up what Python compiled: a question's outcome by its response, the passages that fit.
function outcomeOf(table, response) {
  const written = typeof response === "string" && response.trim() ? "written" : "";
  const [result, feedback] = table[Array.isArray(response) ? response.join(" ") : written];
  return { result, feedback };
}

function meetsAny(conditions, responses) {
  const meets = (condition) =>
    Object.entries(condition).every(([id, answers]) => answers.some((answer) => responses[id]?.includes(answer)));
  return conditions.some(meets);
}

// Of each group of passages, the first whose conditions are met; a group may have nothing to say.
function fittingPassages(groups, responses) {
  return groups.map((group) => group.find(({ when }) => meetsAny(when, responses))?.id).filter(Boolean);
}
