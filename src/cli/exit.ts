/** Exit status of the program. */
export const EXIT = { fine: 0, critical: 1, usage: 2, io: 3 } as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** Tells the program with which status a command ended. */
export type Done = (status: ExitStatus) => void;
