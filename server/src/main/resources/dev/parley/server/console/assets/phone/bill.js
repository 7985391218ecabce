// The sums of an order: amounts come as whole numbers with the divisor beside them.
import { money } from './catalog.js';

/** What a business means when it leaves the divisor out. */
const OFFSET = 100;

export const amountOf = (amount) => (amount ? amount.value / (amount.offset || OFFSET) : 0);

/** The parts of `action.parameters` of an order, as the bill shows them. */
export function billOf(parameters) {
  const { order = {}, currency, total_amount: total } = parameters;
  const shown = (amount) => money(amountOf(amount), currency);
  return {
    reference: parameters.reference_id,
    count: (order.items ?? []).reduce((n, item) => n + (item.quantity ?? 1), 0),
    items: (order.items ?? []).map((item) => {
      const quantity = item.quantity ?? 1;
      const each = (amount) => money(amountOf(amount) * quantity, currency);
      return {
        name: item.name ?? item.retailer_id,
        quantity,
        retailerId: item.retailer_id,
        image: item.image?.link,
        price: each(item.sale_amount ?? item.amount),
        before: item.sale_amount ? each(item.amount) : null,
      };
    }),
    lines: [
      ['Subtotal', order.subtotal, null],
      [
        'Discount',
        order.discount,
        order.discount?.discount_program_name ?? order.discount?.description,
      ],
      ['Shipping', order.shipping, order.shipping?.description],
      ['Tax', order.tax, order.tax?.description],
    ]
      .filter(([, amount]) => amount)
      .map(([label, amount, about]) => ({
        label,
        about: about ?? null,
        amount: `${label === 'Discount' ? '−' : ''}${shown(amount)}`,
      })),
    total: shown(total),
    goods: parameters.type === 'digital-goods' ? 'Digital goods' : 'Physical goods',
    expires: order.expiration ? Number(order.expiration.timestamp) * 1000 : null,
    expiry: order.expiration?.description ?? null,
  };
}

/** Stages of an order, in their order; the others end it. */
export const STAGES = ['pending', 'processing', 'shipped', 'completed'];

const STATUS_WORDS = {
  pending: 'Pending',
  processing: 'Processing',
  partially_shipped: 'Partially shipped',
  shipped: 'Shipped',
  completed: 'Completed',
  canceled: 'Canceled',
  captured: 'Payment received',
  failed: 'Payment failed',
};

export const statusWords = (status) => STATUS_WORDS[status] ?? status;

/** How many stages are reached; 0 for a status that is none of them. */
export const stageOf = (status) =>
  STAGES.indexOf(status === 'partially_shipped' ? 'shipped' : status) + 1;
