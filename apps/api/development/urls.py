"""URLs of Django's development server only; Nginx never forwards them."""

from django.urls import path

from development import mail

urlpatterns = [
    path("mail/", mail.inbox, name="mail-inbox"),
    path("mail/<int:number>/", mail.mail, name="mail"),
]
