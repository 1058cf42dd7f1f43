/** What is lost, doubled or reported wrongly while processes are killed and the database fails. */
package nl.uitweg.bench.faults;
