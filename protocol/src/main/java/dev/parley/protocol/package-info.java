/// What is said on the wire.
@NullMarked
package dev.parley.protocol;

import org.jspecify.annotations.NullMarked;
