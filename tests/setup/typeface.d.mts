export function typefaceText(): string;
export function licenceText(): string;
