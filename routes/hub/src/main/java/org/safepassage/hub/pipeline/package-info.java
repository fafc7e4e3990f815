/// The way of a case file as Camel routes, and the words they are made of.
/// A route is the sentence, beans are the words; stages hand over through durable queues only.
/// The only place with RouteBuilders.
@NullMarked
package org.safepassage.hub.pipeline;

import org.jspecify.annotations.NullMarked;
