package org.safepassage.connectors.amqp;

import java.util.Optional;
import org.safepassage.connectors.Door;
import org.safepassage.connectors.DoorMaker;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.HubSide;
import org.safepassage.connectors.Parameters;
import org.safepassage.connectors.bundles.ZipBundle;
import org.safepassage.connectors.plumbing.RecordPointers;

/// Makes the doors of `sp-amqp-cases-source`.
public final class AmqpCasesMaker implements DoorMaker {
    @Override
    public String kamelet() {
        return "sp-amqp-cases-source";
    }

    @Override
    public Door open(Parameters parameters) throws DoorProblem {
        return open(parameters, HubSide.none());
    }

    @Override
    public Door open(Parameters parameters, HubSide hub) throws DoorProblem {
        String pointer = parameters.text("caseNumberPointer");
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            throw parameters.refused("caseNumberPointer", "must begin with /");
        }
        var limits = new ZipBundle.Limits(
                parameters.number("mostMembers", 1, 1_000_000),
                (long) parameters.number("mostGigabytes", 1, 100_000) << 30,
                parameters.number("mostRatio", 2, 100_000));
        boolean plain = parameters.text("encryption").equals("none");
        return new PushedCases(
                new AmqpLine(AmqpSettings.of(parameters)),
                new PushedCases.Shape(
                        parameters.text("queue"),
                        plain ? Optional.empty() : Optional.of(hub.decryption()),
                        parameters.text("caseProperty"),
                        new RecordPointers(pointer, ""),
                        parameters.text("recordFile"),
                        limits,
                        (long) parameters.number("mostMegabytes", 1, 10_000_000) << 20));
    }
}
