/** How many stored pages a second the site serves, beside the same bytes from other servers. */
package nl.uitweg.bench.pages;
