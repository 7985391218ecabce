// What every part of one phone may ask for: the store, whose phone it is, which chat is open, and
// how to bring up a sheet.
import { createContext, useContext } from '../html.js';

export const PhoneContext = createContext(null);

/**
 * @returns {{store, handset, wa: string, number: object|null, catalogs: object[],
 *   openSheet(Component, props): void, replaceSheet(Component, props): void, closeTop(): void,
 *   closeSheets(): void, blocked: boolean, say(text): void,
 *   cart: object, setCart(change): void, reply: object|null, setReply(message|null): void,
 *   openMenu(message, element): void}}
 */
export const usePhone = () => useContext(PhoneContext);
