/** Why an archive is refused; it never leaves this folder. */
export class ArchiveFault extends Error {}
