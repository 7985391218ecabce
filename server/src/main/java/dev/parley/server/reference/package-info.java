/// What anybody may ask without a key: the catalogue of errors, and whether a body is right.
@NullMarked
package dev.parley.server.reference;

import org.jspecify.annotations.NullMarked;
