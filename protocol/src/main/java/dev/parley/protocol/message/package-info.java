/// The messages a business sends, their limits, readers and writers.
@NullMarked
package dev.parley.protocol.message;

import org.jspecify.annotations.NullMarked;
