"""A validator for the part of JSON Schema 2020-12 that case.schema.json uses; any other keyword is an error."""
import re

ANNOTATIONS = {'$schema', '$id', '$defs', 'title', 'description'}
TYPES = {'object': dict, 'array': list, 'string': str}


class Schema:
    def __init__(self, document):
        self.document = document
        self.patterns = {}

    def accepts(self, value, schema=None):
        schema = self.document if schema is None else schema
        return all(self._holds(keyword, argument, value, schema) for keyword, argument in schema.items())

    def _holds(self, keyword, argument, value, schema):
        if keyword in ANNOTATIONS:
            return True
        if keyword == '$ref':
            return self.accepts(value, self._definition(argument))
        if keyword == 'type':
            return isinstance(value, TYPES[argument])
        if keyword == 'enum':
            return any(type(value) is type(one) and value == one for one in argument)
        if keyword == 'pattern':
            return not isinstance(value, str) or self._matches(argument, value)
        if keyword == 'items':
            return not isinstance(value, list) or all(self.accepts(entry, argument) for entry in value)
        if keyword == 'required':
            return not isinstance(value, dict) or all(name in value for name in argument)
        if keyword == 'properties':
            return not isinstance(value, dict) or all(
                self.accepts(value[name], member) for name, member in argument.items() if name in value)
        if keyword == 'additionalProperties' and argument is False:
            return not isinstance(value, dict) or all(name in schema['properties'] for name in value)
        raise NotImplementedError(f'{keyword}: {argument}')

    def _definition(self, reference):
        at = self.document
        for step in reference.removeprefix('#/').split('/'):
            at = at[step]
        return at

    def _matches(self, pattern, value):
        """ECMA's `$` is the very end of the text; Python's also stands before a last line feed."""
        if pattern not in self.patterns:
            self.patterns[pattern] = re.compile(pattern.replace('$', r'\Z'))
        return self.patterns[pattern].search(value) is not None
