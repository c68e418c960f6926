/** The value; a test that finds none fails here. */
export function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('nothing is there');
  return value;
}
