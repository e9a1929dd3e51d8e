/**
 * The two questions about P-256 that WebCrypto does not answer everywhere: does a point lie on the curve (before any
 * key operation touches it), and which public point belongs to a bare scalar (a recovery sheet holds nothing else).
 *
 * WebCrypto derives the point from a PKCS#8 without public key in some engines only, hence plain integers here.
 * BigInt is not constant-time. It runs once per use of a sheet, on the holder's own machine, with a fixed number of
 * steps; the result is imported as a JWK afterwards, where the platform checks that point and scalar belong together.
 * Constants: SEC 2, 2.4.2.
 */
const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;
const G: Point = {
  x: 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
  y: 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
  z: 1n,
};

/** Jacobian coordinates: x/z², y/z³; z = 0 is the point at infinity. */
interface Point {
  readonly x: bigint;
  readonly y: bigint;
  readonly z: bigint;
}

const INFINITY: Point = { x: 1n, y: 1n, z: 0n };

const mod = (value: bigint): bigint => {
  const rest = value % P;
  return rest < 0n ? rest + P : rest;
};

function toInteger(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return value;
}

function to32Bytes(value: bigint): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(32);
  for (let i = 31, rest = value; i >= 0; i--, rest >>= 8n) bytes[i] = Number(rest & 255n);
  return bytes;
}

/** Whether the affine point (32-byte big-endian coordinates) satisfies y² = x³ - 3x + b. */
export function isOnCurve(x: Uint8Array, y: Uint8Array): boolean {
  if (x.length !== 32 || y.length !== 32) return false;
  const [px, py] = [toInteger(x), toInteger(y)];
  return px < P && py < P && mod(py * py - (px * px * px - 3n * px + B)) === 0n;
}

/** Whether 32 big-endian bytes are a private scalar: 1 .. n-1. */
export function isScalar(bytes: Uint8Array): boolean {
  const value = toInteger(bytes);
  return bytes.length === 32 && value > 0n && value < N;
}

/** The public point d·G of a private scalar, as 32-byte coordinates. Precondition: {@link isScalar}. */
export function publicPoint(scalar: Uint8Array): { x: Uint8Array<ArrayBuffer>; y: Uint8Array<ArrayBuffer> } {
  const d = toInteger(scalar);
  let low = INFINITY;
  let high = G;
  for (let bit = 255n; bit >= 0n; bit--) {
    const sum = add(low, high);
    if ((d >> bit) & 1n) [low, high] = [sum, double(high)];
    else [low, high] = [double(low), sum];
  }
  const inverse = power(low.z, P - 2n);
  const square = mod(inverse * inverse);
  return { x: to32Bytes(mod(low.x * square)), y: to32Bytes(mod(low.y * square * inverse)) };
}

function double({ x, y, z }: Point): Point {
  if (z === 0n) return INFINITY;
  const delta = mod(z * z);
  const gamma = mod(y * y);
  const beta = mod(x * gamma);
  const alpha = mod(3n * (x - delta) * (x + delta));
  const x3 = mod(alpha * alpha - 8n * beta);
  return { x: x3, y: mod(alpha * (4n * beta - x3) - 8n * gamma * gamma), z: mod((y + z) * (y + z) - gamma - delta) };
}

function add(a: Point, b: Point): Point {
  if (a.z === 0n) return b;
  if (b.z === 0n) return a;
  const [az, bz] = [mod(a.z * a.z), mod(b.z * b.z)];
  const [u1, u2] = [mod(a.x * bz), mod(b.x * az)];
  const [s1, s2] = [mod(a.y * b.z * bz), mod(b.y * a.z * az)];
  const [h, r] = [mod(u2 - u1), mod(s2 - s1)];
  if (h === 0n) return r === 0n ? double(a) : INFINITY;
  const hh = mod(h * h);
  const hhh = mod(h * hh);
  const v = mod(u1 * hh);
  const x = mod(r * r - hhh - 2n * v);
  return { x, y: mod(r * (v - x) - s1 * hhh), z: mod(h * a.z * b.z) };
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let square = mod(base), rest = exponent; rest > 0n; rest >>= 1n, square = mod(square * square)) {
    if (rest & 1n) result = mod(result * square);
  }
  return result;
}
