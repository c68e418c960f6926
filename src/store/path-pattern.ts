/** A pattern that matches this one path and no other. */
export function patternOf(path: string): string {
  return path.replace(/[()[\]{}!*?+@|\\]/g, '\\$&');
}

/** Whether a path of a workspace is one that a pattern of an input may match, now or when a file comes to stand there. */
export function isMatchedBy(path: string, pattern: string): boolean {
  return new RegExp(`^${expressionOf(pattern)}$`).test(path);
}

const PARTS = /\\(.)|\*\*\/|\*\*|\*|\?|\{([^{}]*)\}|[\s\S]/g;

function expressionOf(pattern: string): string {
  return pattern.replace(PARTS, (part: string, escaped?: string, choice?: string) => {
    if (escaped !== undefined) return literal(escaped);
    if (choice !== undefined) return `(?:${choice.split(',').map(expressionOf).join('|')})`;
    if (part === '**/') return '(?:[^/]+/)*';
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    return part === '?' ? '[^/]' : literal(part);
  });
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
