@NullMarked
package dev.parley.server.reference;

import org.jspecify.annotations.NullMarked;
