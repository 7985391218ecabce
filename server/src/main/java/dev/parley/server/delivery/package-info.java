/// Webhooks to bots, from the journal: in order within a chat, side by side over chats, tried for a
/// week.
@NullMarked
package dev.parley.server.delivery;

import org.jspecify.annotations.NullMarked;
