export interface LabelPlace {
  /** Middle of what the label names. */
  readonly centre: number;
  readonly height: number;
}

/**
 * Middles of the labels in the order given: each as near to what it names as the others and the range allow, none
 * overlapping another while the range has room for all.
 */
export function spreadLabels(
  labels: readonly LabelPlace[],
  top: number,
  bottom: number,
): readonly number[] {
  const order = labels
    .map(({ centre, height }, index) => ({ centre, height, index }))
    .sort((a, b) => a.centre - b.centre || a.index - b.index);
  let floor = top;
  const pushedDown = order.map((label) => {
    const centre = Math.max(label.centre, floor + label.height / 2);
    floor = centre + label.height / 2;
    return { ...label, centre };
  });
  let ceiling = bottom;
  const settled = pushedDown.reverse().map((label) => {
    const centre = Math.min(label.centre, ceiling - label.height / 2);
    ceiling = centre - label.height / 2;
    return { ...label, centre };
  });
  return settled.sort((a, b) => a.index - b.index).map(({ centre }) => centre);
}
