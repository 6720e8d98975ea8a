"""What the code says to the tool that deploys it: whether a resource outlives its removal from the code."""

from obslint.aws.attribute import Attribute
from obslint.aws.view import View, attribute
from obslint.model import OUTSIDE, Path, Truth, read
from obslint.policy import Fix, set_to

_KEEPS = ("Retain", "RetainExceptOnCreate", "Snapshot")


class outside(attribute):  # noqa: N801 - reads as a declaration
    """Declares what stands beside a resource's own attributes: `lifecycle.prevent_destroy`, `DeletionPolicy`."""

    def path(self, dialect: str) -> Path:
        """The path, which starts outside of the attributes."""
        inner = super().path(dialect)
        return (OUTSIDE, *inner) if inner else ()

    def _read(self, view: View) -> Attribute:
        path = self.path(view.resource.dialect)
        if not path:
            return super()._read(view)
        reading = read(view.resource.lifecycle, path[1:])
        default = self.terraform_default if view.resource.dialect == "terraform" else self.cloudformation_default
        return Attribute(view.resource, path, reading.value, reading.at or view.resource.header, reading.written, default)


class Lasting(View):
    """A resource whose loss would be a loss of records; a base for the views of such resources.

    `deletion` is `prevent_destroy` or `DeletionPolicy`, `replacement` is `UpdateReplacePolicy`, which Terraform does not have.
    """

    deletion = outside("lifecycle.prevent_destroy", "DeletionPolicy", terraform_default=False, cloudformation_default="Delete")
    replacement = outside(None, "UpdateReplacePolicy", default="Delete")

    @property
    def deleted_with_stack(self) -> Truth:
        """Whether deleting the stack, or `terraform destroy`, deletes the resource with it."""
        if self.resource.dialect == "terraform":
            return self.deletion.surely_not(True)
        return ~self.deletion.surely_in(_KEEPS)

    @property
    def keeping_fix(self) -> Fix:
        """Keeps the resource when its code goes; what is kept has to be deleted by hand."""
        if self.resource.dialect == "terraform":
            return set_to(True, unsafe="terraform destroy then fails until it is taken out again", effect="none")
        reason = "what the stack leaves behind has to be deleted by hand, and its name stays taken"
        return set_to("Retain", also=[(self.replacement, "Retain")], unsafe=reason, effect="none")
