/**
 * The commands of whoever runs an installation: keys, audit, migrate, backup and restore. They are
 * in the operator's artifact and not in the product.
 */
@MayCall({"audit", "command", "platform.persistence", "platform.sealing"})
@NullMarked
package nl.uitweg.operator;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
