package org.safepassage.connectors.derived;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safepassage.connectors.Door;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.HubSide;
import org.safepassage.connectors.KameletParameters;
import org.safepassage.connectors.Parameters;

/// A connector that an operator made of one of ours.
///
/// @param own what a partner's or recipient's file gives
/// @param base the connector of ours whose door is opened
/// @param handed what the base gets, by its parameters' names
record DerivedConnector(KameletParameters own, KameletParameters base, Map<String, Handed> handed) {
    DerivedConnector {
        handed = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(handed));
    }

    /// What is handed on as one parameter of the base.
    sealed interface Handed {
        /// Always the same; an operator wrote it in the Kamelet.
        record Constant(String value) implements Handed {
            @Override
            public String toString() {
                return "Constant[…]";
            }
        }

        /// What the file gives as this parameter.
        record Own(String parameter) implements Handed {}

        /// Whether it is what the file gives as this parameter.
        default boolean isOf(String name) {
            return this instanceof Own(String parameter) && parameter.equals(name);
        }
    }

    /// Opens the base's door. What is wrong with a value is told by the name that the file knows.
    Door open(Map<String, String> given, HubSide hub) throws DoorProblem {
        Parameters checked = Parameters.check(own, given);
        var values = new LinkedHashMap<String, String>();
        handed.forEach((name, value) -> values.put(
                name,
                switch (value) {
                    case Handed.Constant(String constant) -> constant;
                    case Handed.Own(String parameter) -> checked.text(parameter);
                }));
        try {
            return Doors.open(base.kamelet(), values, hub);
        } catch (DoorProblem wrong) {
            throw wrong.complaints().isEmpty() ? wrong : renamed(wrong);
        }
    }

    private DoorProblem renamed(DoorProblem wrong) {
        List<DoorProblem.Complaint> complaints = wrong.complaints().stream()
                .map(complaint -> new DoorProblem.Complaint(
                        handed.get(complaint.parameter()) instanceof Handed.Own(String parameter)
                                ? parameter
                                : complaint.parameter(),
                        complaint.message()))
                .toList();
        return new DoorProblem(own.kamelet() + ", made of " + base.kamelet(), complaints);
    }
}
