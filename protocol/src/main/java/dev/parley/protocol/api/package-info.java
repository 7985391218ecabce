/// What a call says and gets: requests, receipts, ids, and the one catalogue of errors.
@NullMarked
package dev.parley.protocol.api;

import org.jspecify.annotations.NullMarked;
