declare module "poisson-disk-sampling" {
  export default class PoissonDiskSampling {
    constructor(options: {
      readonly shape: readonly number[];
      readonly minDistance: number;
      readonly maxDistance?: number;
      readonly tries?: number;
      readonly distanceFunction?: (point: number[]) => number;
    });
    fill(): number[][];
  }
}
