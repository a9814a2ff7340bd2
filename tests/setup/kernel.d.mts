export function kernelText(): string;
