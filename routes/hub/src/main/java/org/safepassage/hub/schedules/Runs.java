package org.safepassage.hub.schedules;

import org.apache.camel.ProducerTemplate;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.pipeline.Queues;
import org.safepassage.hub.pipeline.steps.Backlog;

/// Starts exchanges, on demand and when a schedule fires. A pull that is still waiting is not asked for twice, so
/// schedules never pile up, unless an exchange wants each of its runs.
public final class Runs {
    private final RunningConfiguration configuration;
    private final ProducerTemplate messages;
    private final Backlog backlog;

    /// @param messages sends pull orders
    /// @param backlog tells whether one is still waiting
    public Runs(RunningConfiguration configuration, ProducerTemplate messages, Backlog backlog) {
        this.configuration = configuration;
        this.messages = messages;
        this.backlog = backlog;
    }

    /// Pulls the partner of this exchange.
    ///
    /// @return whether a pull was ordered; false when one is waiting or under way
    /// @throws java.util.NoSuchElementException when there is no such exchange
    public boolean run(String exchange) {
        String partner = configuration.now().exchange(exchange).partner();
        if (backlog.of(Queues.pull(partner)) > 0) return false;
        order(partner);
        return true;
    }

    /// Pulls the partner of this exchange once more when the pull that waits is done.
    void again(String exchange) {
        order(configuration.now().exchange(exchange).partner());
    }

    private void order(String partner) {
        messages.sendBody("jms:queue:" + Queues.pull(partner), partner);
    }
}
