/**
 * Lines of a configuration: a brief of one field and checklists of one criterion each. For tests of how builds are made and change places,
 * which takes half as long as with all that could be asked; what stands in briefs and checklists is shown elsewhere.
 */
export const SMALL_SETTINGS = `brief: [{field: budget}]
qualification: [{criterion: employees}]
readiness: [{criterion: notes}]
`;
