// Products as the phone needs them: found by retailer id, priced, counted.

/** All catalogs of the world that a message may name; an unknown product stays visible as such. */
export function productOf(catalogs, retailerId, catalogId) {
  const catalog = catalogs.find((c) => c.id === catalogId);
  const found =
    catalog?.products.find((p) => p.retailer_id === retailerId) ??
    catalogs.flatMap((c) => c.products).find((p) => p.retailer_id === retailerId);
  return (
    found ?? {
      retailer_id: retailerId,
      name: retailerId,
      description: 'Not in the catalog',
      unknown: true,
      currency: 'USD',
    }
  );
}

const CURRENCY_CODE = /^[a-z]{3}$/i;

export function money(amount, currency = 'USD') {
  if (amount == null) return '';
  // A business may write any word as currency; only a code of three letters has a sign.
  if (!CURRENCY_CODE.test(currency)) return `${amount} ${currency}`;
  return new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(amount);
}

export const itemCount = (n) => `${n} ${n === 1 ? 'item' : 'items'}`;

/** Sections of a whole catalog, by category in the order of the products. */
export function catalogSections(catalog) {
  const byCategory = Object.groupBy(catalog.products, (p) => p.category ?? '');
  return Object.entries(byCategory).map(([title, products]) => ({ title, products }));
}

/** Sections of a multi-product message. */
export function messageSections(interactive, catalogs) {
  const { sections, catalog_id: catalogId } = interactive.action;
  return sections.map(({ title, product_items }) => ({
    title,
    products: product_items.map((i) => productOf(catalogs, i.product_retailer_id, catalogId)),
  }));
}

/** Total of a cart: `[[product, quantity]]`. */
export const total = (lines) =>
  lines.reduce((sum, [product, n]) => sum + (product.price ?? 0) * n, 0);

/** The same drawing without its ground, where the picture has that view. */
export const dish = (image) => (image?.startsWith('assets/products/') ? `${image}#dish` : image);
