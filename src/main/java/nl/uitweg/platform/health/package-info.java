/**
 * The answers for load balancers and orchestrators: started, live and ready. None of them waits for
 * the database or for a free thread.
 */
@MayCall({"platform.persistence"})
@NullMarked
package nl.uitweg.platform.health;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
