/**
 * Cholesky factorization of small symmetric positive definite matrices, stored row after row, lower half used.
 */

/**
 * Factors in place: the lower triangle becomes L with L·Lᵀ the matrix; the diagonal keeps the inverse of L's
 * diagonal, so that solving needs no division.
 * @param matrix row-major, stride `stride`
 * @returns false when the matrix is not positive definite to working precision
 */
export function factorize(matrix: Float64Array, size: number, stride: number): boolean {
  for (let j = 0; j < size; j++) {
    const rowJ = j * stride;
    let diagonal = matrix[rowJ + j]!;
    const scale = diagonal;
    for (let k = 0; k < j; k++) {
      const v = matrix[rowJ + k]!;
      diagonal -= v * v;
    }
    if (!(diagonal > scale * 1e-14)) return false;
    const inverse = 1 / Math.sqrt(diagonal);
    matrix[rowJ + j] = inverse;
    for (let i = j + 1; i < size; i++) {
      const rowI = i * stride;
      let sum = matrix[rowI + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[rowI + k]! * matrix[rowJ + k]!;
      matrix[rowI + j] = sum * inverse;
    }
  }
  return true;
}

/**
 * Solves L·Lᵀ·x = right in place after `factorize`.
 * @param right becomes the solution
 */
export function solveFactored(matrix: Float64Array, size: number, stride: number, right: Float64Array): void {
  for (let i = 0; i < size; i++) {
    const row = i * stride;
    let sum = right[i]!;
    for (let k = 0; k < i; k++) sum -= matrix[row + k]! * right[k]!;
    right[i] = sum * matrix[row + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = right[i]!;
    for (let k = i + 1; k < size; k++) sum -= matrix[k * stride + i]! * right[k]!;
    right[i] = sum * matrix[i * stride + i]!;
  }
}
