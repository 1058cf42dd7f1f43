/** The load of many visitors and an officer for an hour: nothing may grow or become slower. */
package nl.uitweg.bench.steady;
