/// Webhook delivery, against real receivers.
@NullMarked
package dev.parley.server.delivery;

import org.jspecify.annotations.NullMarked;
