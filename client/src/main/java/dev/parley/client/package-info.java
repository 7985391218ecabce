/// For bots in Java: sends messages, and checks who sent a webhook.
@NullMarked
package dev.parley.client;

import org.jspecify.annotations.NullMarked;
