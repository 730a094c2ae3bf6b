/**
 * The desk for alleged breaches: reported, then checked by somebody, then judged. A report is not a
 * breach, and no verdict stands without whoever checked.
 */
@NullMarked
package org.toguna.cases.breaches;

import org.jspecify.annotations.NullMarked;
