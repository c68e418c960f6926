import { boxPath } from './geometry.ts';
import type { Scene } from './scene.ts';

const BAR_SHARE = 0.58;

/**
 * The print of a hash: a bar for each hexadecimal digit, (digit + 1)/16 high. It lets the eye tell two copies apart and
 * proves nothing, so it is a decoration without alt text.
 */
export function hashprint(
  hash: string,
  { width, height }: { readonly width: number; readonly height: number },
): Scene {
  const step = width / hash.length;
  const d = Array.from(hash)
    .map((digit, i) => {
      const bar = ((Number.parseInt(digit, 16) + 1) / 16) * height;
      return boxPath({ x: i * step, y: height - bar, width: step * BAR_SHARE, height: bar });
    })
    .join('');
  return { width, height, alt: '', items: [{ kind: 'path', d, fill: 'accent.seal' }] };
}
