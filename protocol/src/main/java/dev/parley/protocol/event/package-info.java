/// What webhooks carry: users' messages and the progress of the business's own.
@NullMarked
package dev.parley.protocol.event;

import org.jspecify.annotations.NullMarked;
