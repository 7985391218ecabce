/// Who is who: portfolio above business (WABA) above number, their keys and webhook endpoints.
@NullMarked
package dev.parley.account;

import org.jspecify.annotations.NullMarked;
