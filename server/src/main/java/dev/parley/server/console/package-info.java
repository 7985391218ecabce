/// The web page, and what it shows live: events, calls of the bot, deliveries.
@NullMarked
package dev.parley.server.console;

import org.jspecify.annotations.NullMarked;
