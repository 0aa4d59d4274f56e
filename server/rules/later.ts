// Rules of the plan language that this version does not check yet: a plan may set them, newer versions heed them.

export const laterRules: ReadonlySet<string> = new Set([]);
