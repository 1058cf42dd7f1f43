/** What is referred of a report: to whom, what for, which answers, and what came of it. */
@NullMarked
package nl.uitweg.referral;

import org.jspecify.annotations.NullMarked;
