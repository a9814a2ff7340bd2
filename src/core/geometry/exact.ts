/* Elementary functions from + - * / and sqrt alone. Engines are free in the last bits of their own sin, exp or pow,
   and a record must give the same picture everywhere, so `core` uses these. Each is good to about 1e-15. */

export const PI = 3.141592653589793;
const LN2 = 0.6931471805599453;
const RADIANS = PI / 180;

/** Sine and cosine of an angle in degrees (any finite angle; exact at multiples of 90). */
export function sincos(degrees: number): readonly [sin: number, cos: number] {
  const quarter = Math.round(degrees / 90);
  const x = (degrees - quarter * 90) * RADIANS;
  const x2 = x * x;
  let s = 0;
  let c = 0;
  for (let k = 16; k >= 2; k -= 2) {
    s = (-x2 / (k * (k + 1))) * (1 + s);
    c = (-x2 / (k * (k - 1))) * (1 + c);
  }
  const sin = x * (1 + s);
  const cos = 1 + c;
  switch (((quarter % 4) + 4) % 4) {
    case 0:
      return [sin, cos];
    case 1:
      return [cos, -sin];
    case 2:
      return [-sin, -cos];
    default:
      return [-cos, sin];
  }
}

/** Angle of the vector (x, y) in degrees, -180..180; 0 for the zero vector. */
export function atan2(y: number, x: number): number {
  if (x === 0 && y === 0) return 0;
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  const steep = ay > ax;
  let t = steep ? ax / ay : ay / ax;
  // Three halvings of the angle bring t under 0.1, where the series is short.
  for (let i = 0; i < 3; i++) t = t / (1 + Math.sqrt(1 + t * t));
  const t2 = t * t;
  let series = 0;
  for (let k = 17; k >= 1; k -= 2) series = 1 / k - t2 * series;
  let angle = (8 * t * series) / RADIANS;
  if (steep) angle = 90 - angle;
  if (x < 0) angle = 180 - angle;
  return y < 0 ? -angle : angle;
}

/** e to the x, for -700 < x < 700; 0 below. Throws RangeError above. */
export function exp(x: number): number {
  if (x < -700) return 0;
  if (!(x < 700)) throw new RangeError(`exp takes up to 700: got ${x}`);
  const k = Math.round(x / LN2);
  const r = x - k * LN2;
  let series = 1;
  for (let n = 14; n >= 1; n--) series = 1 + (r / n) * series;
  // Times 2^k, which is exact: a squaring for each binary digit of k.
  let power = k < 0 ? 0.5 : 2;
  for (let digits = Math.abs(k); digits > 0; digits >>= 1, power *= power) if (digits & 1) series *= power;
  return series;
}

/** Natural logarithm of x > 0. Throws RangeError otherwise. */
export function ln(x: number): number {
  if (!(x > 0 && x < Infinity)) throw new RangeError(`ln takes a positive finite number: got ${x}`);
  let m = x;
  let k = 0;
  for (; m > 1.42; k++) m *= 0.5;
  for (; m < 0.71; k--) m *= 2;
  const t = (m - 1) / (m + 1);
  const t2 = t * t;
  let series = 0;
  for (let n = 23; n >= 1; n -= 2) series = 1 / n + t2 * series;
  return k * LN2 + 2 * t * series;
}

/** x to the y for x >= 0 (0 to a positive power is 0). */
export const pow = (x: number, y: number): number => (x === 0 ? 0 : exp(y * ln(x)));
