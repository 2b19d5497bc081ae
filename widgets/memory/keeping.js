// Whether anything outlives the page: whoever bundles a script that keeps nothing says so first.

export const keeping = { onPageOnly: false };
