/// The port behind which a network stands: the sandbox, or WhatsApp itself.
@NullMarked
package dev.parley.carrier;

import org.jspecify.annotations.NullMarked;
