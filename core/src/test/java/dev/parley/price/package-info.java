@NullMarked
package dev.parley.price;

import org.jspecify.annotations.NullMarked;
