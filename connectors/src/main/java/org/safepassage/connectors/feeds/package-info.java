/// The door to public testimonies on a web site: a feed (RSS, Atom) tells what is new, the pages it links
/// are kept. Nothing is changed at the site, so there is nothing to acknowledge. A page is known again by
/// its words and pictures, since what surrounds them changes at every look.
@NullMarked
package org.safepassage.connectors.feeds;

import org.jspecify.annotations.NullMarked;
