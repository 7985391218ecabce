/// The templates of businesses: what each is, whether it may be sent, and how that changes.
@NullMarked
package dev.parley.template;

import org.jspecify.annotations.NullMarked;
