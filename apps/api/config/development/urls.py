"""Addresses of development alone, on Django's own port."""

from django.urls import path

from config.development import mail

urlpatterns = [
    path("mail/", mail.inbox, name="mail-inbox"),
    path("mail/<int:number>/", mail.mail, name="mail"),
]
